// Draws every model and table of the first folder into the second one, by the viewers that Camunda Modeler is made of:
// as it is, and with the words of texts_es.properties.
import { chromium } from 'playwright-core';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

const [models, pictures] = process.argv.slice(2);
const SHARPNESS = 1.8; // pixels per unit: about 300 dpi on an A3 page

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});

const spanish = texts(join(models, 'texts_es.properties'));

for (const file of readdirSync(models).sort()) {
  const draw = { '.bpmn': drawModel, '.dmn': drawTable }[extname(file)];
  if (draw) {
    const xml = readFileSync(join(models, file), 'utf8');
    const picture = join(pictures, basename(file, extname(file)));
    await draw(xml, picture, {});
    await draw(xml, `${picture}.es`, spanish);
    console.log(`${file} -> ${picture}, ${picture}.es`);
  }
}
await browser.close();

async function drawModel(xml, picture, words) {
  const page = await pageWith('bpmn-js/dist/bpmn-viewer.production.min.js');
  await page.addScriptTag({ content: `${translated}` });
  const { svg, warnings } = await page.evaluate(async ([xml, words]) => {
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(translated(xml, words));
    return { ...(await viewer.saveSVG()), warnings: warnings.map(warning => warning.message) };
  }, [xml, words]);
  refuse(warnings);

  writeFileSync(`${picture}.svg`, sameEachTime(svg));
  const [, width, height] = svg.match(/<svg[^>]* width="(\d+)" height="(\d+)"/);
  await page.setViewportSize({ width: +width, height: +height });
  await page.setContent(`<style>body { margin: 0; background: white } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${picture}.png` });
  await page.close();
}

async function drawTable(xml, picture, words) {
  const page = await pageWith(
    'dmn-js/dist/dmn-viewer.production.min.js',
    'dmn-js/dist/assets/dmn-js-shared.css',
    'dmn-js/dist/assets/dmn-js-decision-table.css',
    'dmn-js/dist/assets/dmn-font/css/dmn.css'
  );
  const warnings = await page.evaluate(async ([xml, words]) => {
    const viewer = new DmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    const table = viewer.getViews().find(view => view.type === 'decisionTable');
    const { decisionLogic } = table.element;
    table.element.name = words[table.element.id] || table.element.name;
    [...decisionLogic.input, ...decisionLogic.output].forEach(column => {
      column.label = words[column.id] || column.label;
    });
    decisionLogic.rule.forEach(rule => {
      rule.description = words[`${rule.id}.documentation`] || rule.description;
    });
    await viewer.open(table);
    // The plain viewer leaves out the widths that Modeler keeps with each column.
    const { input, output } = viewer.getActiveView().element.decisionLogic;
    const headers = document.querySelectorAll('thead .input-cell, thead .output-cell');
    [...input, ...output].forEach(({ width }, column) => {
      headers[column].style.width = width && `${width}px`;
    });
    return warnings.map(warning => warning.message);
  }, [xml, words]);
  refuse(warnings);

  await page.addStyleTag({ content: '.view-drd { display: none !important }' });
  const table = await page.locator('.tjs-table').boundingBox();
  await page.screenshot({
    path: `${picture}.png`,
    clip: { x: 0, y: 0, width: table.x + table.width + 1, height: table.y + table.height + 1 }
  });
  await page.close();
}

/** The same diagram in other words; boxes of labels grow with them as the application's do (LabelRoom). */
function translated(xml, words) {
  const [LETTER, LINE] = [5.8, 13.5];
  const diagram = new DOMParser().parseFromString(xml, 'text/xml');
  const number = (element, name) => Number(element.getAttribute(name));
  const inner = (element, name) => [...element.children].filter(child => child.localName === name);
  const lines = (text, width) => {
    let [count, used] = [1, 0];
    text.split(' ').forEach(word => {
      const length = (word.length + 1) * LETTER;
      if (used > 0 && used + length - LETTER > width) {
        [count, used] = [count + 1, 0];
      }
      used += length;
    });
    return count;
  };
  const pieces = drawn => {
    const points = inner(drawn, 'waypoint').map(point => [number(point, 'x'), number(point, 'y')]);
    return points.slice(1).map((to, i) => [...points[i], ...to]);
  };
  const longest = text => (Math.max(...text.split(' ').map(word => word.length)) + 1) * LETTER;
  const beside = (drawn, y, x) => {
    const [shape] = inner(drawn, 'Bounds');
    if (shape) {
      return number(shape, 'x') + number(shape, 'width') / 2;
    }
    return pieces(drawn)
      .filter(([fromX, fromY, toX, toY]) => fromX === toX && (fromY - y) * (toY - y) <= 0)
      .map(([fromX]) => fromX)
      .sort((one, other) => Math.abs(one - x) - Math.abs(other - x))[0] ?? x;
  };
  const fit = (drawn, now) => {
    const label = inner(drawn, 'BPMNLabel').flatMap(one => inner(one, 'Bounds'))[0];
    if (label) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => number(label, name));
      const above = inner(drawn, 'Bounds').some(shape => y + height <= number(shape, 'y') + 4)
        || pieces(drawn).some(([fromX, level, toX, toY]) => level === toY && y + height <= level + 4 && y + height + LINE > level
          && x < Math.max(fromX, toX) && x + width > Math.min(fromX, toX));
      const most = above ? Math.round(height / LINE) : Infinity;
      let wider = width;
      while (wider < 160 && (lines(now, wider) > most || longest(now) > wider)) {
        wider++;
      }
      const line = beside(drawn, y + height / 2, x + width / 2);
      const share = x >= line ? 0 : x + width <= line ? 1 : 0.5;
      label.setAttribute('x', x - share * (wider - width));
      label.setAttribute('width', wider);
    }
  };
  const all = [...diagram.querySelectorAll('*')];
  all.filter(element => words[element.getAttribute('id')]).forEach(element => {
    const [id, now] = [element.getAttribute('id'), words[element.getAttribute('id')]];
    const text = inner(element, 'text')[0];
    const name = element.localName === 'categoryValue' ? 'value' : 'name';
    if (text) {
      text.textContent = now;
    } else {
      element.setAttribute(name, now);
    }
    all.filter(drawn => drawn.getAttribute('bpmnElement') === id).forEach(drawn => fit(drawn, now));
  });
  return new XMLSerializer().serializeToString(diagram);
}

/** By the ids of their elements, as ModelWords reads them. */
function texts(file) {
  return Object.fromEntries(readFileSync(file, 'utf8').split('\n')
    .filter(line => /^[^#\s][^=]*=/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]));
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
