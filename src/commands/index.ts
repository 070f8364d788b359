/**
 * The ribbon's commands: tells Office which function each button calls. In the shared runtime this
 * script stands in the pane's page. An Excel without a ribbon for add-ins never calls it.
 */
import { COMMANDS } from './commands';

void Office.onReady(() => {
  for (const [id, command] of Object.entries(COMMANDS)) {
    Office.actions?.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await command();
      } finally {
        // Without it the button stays grey.
        event.completed();
      }
    });
  }
});
