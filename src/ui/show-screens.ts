import { render } from 'ink';
import type { ReactElement } from 'react';
import { hearFunctionKeys } from '../runtime/function-keys.ts';
import { adaptOutput } from './terminal-output.ts';

/** The screens on a terminal: drawn anew, waited for (fulfilled with what they were left with), and cleared away after. */
export type Screens = { redraw: () => void; ended: () => Promise<unknown>; close: () => void };

type Means = {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  picture?: { isShown: boolean } | undefined;
  /** Whether a changed line is drawn from its start. */
  wholeLines: boolean;
};

/** Draws an app on the alternate screen, or over the picture that is there already. */
export function showScreens({ stdin, stdout, stderr, picture, wholeLines }: Means, app: ReactElement): Screens {
  const output = adaptOutput(stdout, { onPicture: picture?.isShown ?? false, wholeLines });
  const unhear = hearFunctionKeys(stdin);
  const instance = render(app, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
  });
  return {
    redraw: () => {
      output.redraw(instance.clear);
      // A change that comes with it is drawn first, and then there is nothing left to draw.
      queueMicrotask(() => instance.rerender(app));
    },
    ended: () => instance.waitUntilExit(),
    close: () => {
      output.restore();
      unhear();
    },
  };
}
