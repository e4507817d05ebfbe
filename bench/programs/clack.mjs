// One question as @clack/prompts asks it.
import { select } from '@clack/prompts';

await select({
  message: 'Ready',
  options: [
    { value: 'a', label: 'One' },
    { value: 'b', label: 'Two' },
  ],
});
