import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a change is judged by what it changes.
 * `TENKEN_SEED=random` draws new ones; a number repeats those of another run.
 */
const wanted = process.env['TENKEN_SEED'];
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_122) });
