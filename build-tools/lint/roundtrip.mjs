// Opens every model in the editor that Camunda Modeler is made of, saves it unchanged and compares: who changes one label
// there should find one line changed. With "write", keeps what the editor saves instead.
import { chromium } from 'playwright-core';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [models, write] = process.argv.slice(2);
const ROUNDS = 4; // the editor settles only in its second save: what it moved to another parent it then draws in another order

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const page = await browser.newPage();
await page.setContent('<div id="canvas" style="width: 1700px; height: 1200px"></div>');
const editor = 'node_modules/camunda-bpmn-js/dist';
await page.addStyleTag({ path: join(editor, 'assets/camunda-platform-modeler.css') });
await page.addScriptTag({ path: join(editor, 'camunda-platform-modeler.production.min.js') });

let changed = false;
for (const file of readdirSync(models).filter(name => name.endsWith('.bpmn')).sort()) {
  const path = join(models, file);
  const model = readFileSync(path, 'utf8');
  const saved = await save(model);
  if (saved === model) {
    continue;
  }
  if (write) {
    writeFileSync(path, await settled(saved));
    console.log(`${file}: saved as Camunda Modeler would`);
  } else {
    changed = true;
    console.error(`${file}: Camunda Modeler changes it when it saves, first ${firstDifference(model, saved)}`);
  }
}
await browser.close();
if (changed) {
  console.error('build-tools/lint/lint.sh write saves the models like that.');
  process.exit(1);
}

/** Moving the diagram to where Modeler wants it is part of saving, there as here. */
function save(model) {
  return page.evaluate(async xml => {
    const modeler = new BpmnModeler({ container: '#canvas' });
    const { warnings } = await modeler.importXML(xml);
    if (warnings.length) {
      throw new Error(warnings.map(warning => warning.message).join('\n'));
    }
    const saved = await modeler.saveXML({ format: true });
    modeler.destroy();
    return saved.xml;
  }, model);
}

async function settled(model) {
  for (let round = 0; round < ROUNDS; round++) {
    const saved = await save(model);
    if (saved === model) {
      return model;
    }
    model = saved;
  }
  throw new Error(`still changing after ${ROUNDS} saves`);
}

function firstDifference(model, saved) {
  const [before, after] = [model.split('\n'), saved.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const [is, becomes] = [before, after].map(lines => (lines[line] ?? '').trim().slice(0, 160));
  return `line ${line + 1}: ${is} becomes ${becomes}`;
}
