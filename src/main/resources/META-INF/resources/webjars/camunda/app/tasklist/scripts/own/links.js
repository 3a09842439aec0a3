// The ways from the tasks to the rest, in the bar at the top.
import { said } from '../../../../../js/said.js';
import { context, onceRunning } from '../../../../../js/webapp.js';

const link = (id, priority, path, text) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render(node) {
    const way = document.createElement('a');
    way.href = context + path;
    onceRunning(injector => injector.get('$rootScope').$watch(text, words => { way.textContent = words; }));
    node.append(way);
  }
});

export default [
  link('interventions-link', 10, '/interventions', () => said('nav', 'interventions')),
  link('planning-link', 8, '/planning', () => said('nav', 'planning')),
  link('start-page-link', 5, '/', () => said('script', 'start-page'))
];
