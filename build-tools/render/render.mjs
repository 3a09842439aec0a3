// Draws every model and table of the first folder into the second one, by the viewers that Camunda Modeler is made of.
import { chromium } from 'playwright-core';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

const [models, pictures] = process.argv.slice(2);
const SHARPNESS = 1.8; // pixels per unit: about 300 dpi on an A3 page

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});

for (const file of readdirSync(models).sort()) {
  const draw = { '.bpmn': drawModel, '.dmn': drawTable }[extname(file)];
  if (draw) {
    const picture = join(pictures, basename(file, extname(file)));
    await draw(readFileSync(join(models, file), 'utf8'), picture);
    console.log(`${file} -> ${picture}`);
  }
}
await browser.close();

async function drawModel(xml, picture) {
  const page = await pageWith('bpmn-js/dist/bpmn-viewer.production.min.js');
  const { svg, warnings } = await page.evaluate(async xml => {
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    return { ...(await viewer.saveSVG()), warnings: warnings.map(warning => warning.message) };
  }, xml);
  refuse(warnings);

  writeFileSync(`${picture}.svg`, sameEachTime(svg));
  const [, width, height] = svg.match(/<svg[^>]* width="(\d+)" height="(\d+)"/);
  await page.setViewportSize({ width: +width, height: +height });
  await page.setContent(`<style>body { margin: 0; background: white } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${picture}.png` });
  await page.close();
}

async function drawTable(xml, picture) {
  const page = await pageWith(
    'dmn-js/dist/dmn-viewer.production.min.js',
    'dmn-js/dist/assets/dmn-js-shared.css',
    'dmn-js/dist/assets/dmn-js-decision-table.css',
    'dmn-js/dist/assets/dmn-font/css/dmn.css'
  );
  const warnings = await page.evaluate(async xml => {
    const viewer = new DmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable'));
    // The plain viewer leaves out the widths that Modeler keeps with each column.
    const { input, output } = viewer.getActiveView().element.decisionLogic;
    const headers = document.querySelectorAll('thead .input-cell, thead .output-cell');
    [...input, ...output].forEach(({ width }, column) => {
      headers[column].style.width = width && `${width}px`;
    });
    return warnings.map(warning => warning.message);
  }, xml);
  refuse(warnings);

  await page.addStyleTag({ content: '.view-drd { display: none !important }' });
  const table = await page.locator('.tjs-table').boundingBox();
  await page.screenshot({
    path: `${picture}.png`,
    clip: { x: 0, y: 0, width: table.x + table.width + 1, height: table.y + table.height + 1 }
  });
  await page.close();
}

async function pageWith(script, ...styles) {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1200 }, deviceScaleFactor: SHARPNESS });
  await page.setContent('<style>body { margin: 0 }</style><div id="canvas" style="width: 1700px; height: 1200px"></div>');
  for (const path of styles) {
    await page.addStyleTag({ path: join('node_modules', path) });
  }
  await page.addScriptTag({ path: join('node_modules', script) });
  return page;
}

/** The viewer makes up new ids for its arrow heads at each run; a picture should change only with its model. */
function sameEachTime(svg) {
  const names = [...new Set(svg.match(/(?<=<marker id=")[^"]+/g))];
  return names
    .reduce((text, name, number) => text.replaceAll(name, `arrow-head-${number}`), svg)
    .replace(/<!--[^]*?-->\s*/g, '');
}

/** What the viewer only warns of would be missing in the picture. */
function refuse(warnings) {
  if (warnings.length) {
    throw new Error(warnings.join('\n'));
  }
}
