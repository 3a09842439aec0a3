// The way from the tasks to all interventions, in the bar at the top.
export default {
  id: 'interventions-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 10,
  render(node) {
    const context = location.pathname.slice(0, location.pathname.indexOf('/camunda/'));
    const link = document.createElement('a');
    link.href = context + '/interventions';
    link.textContent = 'Interventions';
    node.append(link);
  }
};
