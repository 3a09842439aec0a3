// The ways from the tasks to the rest, in the bar at the top.
import { context } from '../../../../../js/webapp.js';

const link = (id, priority, path, text) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render(node) {
    const way = document.createElement('a');
    way.href = context + path;
    way.textContent = text;
    node.append(way);
  }
});

export default [
  link('interventions-link', 10, '/interventions', 'Interventions'),
  link('start-page-link', 5, '/', 'Start page')
];
