// One question as @inquirer/prompts asks it.
import { select } from '@inquirer/prompts';

await select({
  message: 'Ready',
  choices: [
    { value: 'a', name: 'One' },
    { value: 'b', name: 'Two' },
  ],
});
