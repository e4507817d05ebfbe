// What a running program holds, and what it takes while nothing happens.
import { cpuOf, open, peakOf } from './measure.mjs';

/** Peak memory of a walk and processor time while nothing happens; `say` takes a line of the table. */
export async function memoryAndIdle(say, tenken, peers, id) {
  const peak = async (words, wanted) => {
    const { pty, until, end } = open(words);
    await until(wanted);
    await new Promise(done => setTimeout(done, 500));
    const found = peakOf(pty.pid);
    end();
    return found;
  };
  const [own, ink] = [await peak(tenken('open', id), /OPS01-BP01/), await peak([...keepOpen(peers.ink)], /Ready/)];
  say(
    'peak memory of a walk over 68 items',
    `${own.toFixed(0)} MiB`,
    `one-line Ink ${ink.toFixed(0)} MiB`,
    (own / ink).toFixed(2),
    '<= 1.4',
    own / ink <= 1.4,
  );
  const { pty, until, end } = open(tenken('open', id));
  await until(/OPS01-BP01/);
  // V8 tidies up once, some eight seconds after the start.
  await new Promise(done => setTimeout(done, 15_000));
  const from = cpuOf(pty.pid);
  await new Promise(done => setTimeout(done, 10_000));
  const share = (cpuOf(pty.pid) - from) / 100;
  end();
  say('processor time while nothing happens', `${share.toFixed(2)} %`, '', '', '< 0.5 %', share < 0.5);
}

/** The one-line program ends at once; kept open, its memory can be read. */
function keepOpen(path) {
  return ['--import', 'data:text/javascript,setInterval(()=>{},1e6)', path];
}
