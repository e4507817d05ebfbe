import { type Host, thisHost } from '../../../src/store/process.ts';

/** This host, on which waiting takes no time but moves the clock on. */
export function hastyHost(): Host {
  let ahead = 0;
  const wait = async (): Promise<void> => {
    ahead += 500;
  };
  return { ...thisHost(), now: () => Date.now() + ahead, wait };
}
