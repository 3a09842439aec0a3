// Draws the model of this intervention and marks where it stands.
(function () {
    'use strict';

    const canvas = document.getElementById('diagram');
    if (!canvas || !window.BpmnJS) {
        return;
    }
    const ids = name => (canvas.dataset[name] || '').split(' ').filter(id => id);
    const viewer = new window.BpmnJS({ container: canvas });

    function mark(elements, drawing, marker) {
        elements.filter(id => viewer.get('elementRegistry').get(id))
            .forEach(id => drawing.addMarker(id, marker));
    }

    function token(id) {
        const shape = viewer.get('elementRegistry').get(id);
        if (!shape || shape.waypoints) {
            return;
        }
        const dot = document.createElement('span');
        dot.className = 'token';
        viewer.get('overlays').add(id, { position: { top: -10, left: -10 }, html: dot });
    }

    fetch(canvas.dataset.model, { credentials: 'same-origin' })
        .then(answer => answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText)))
        .then(xml => viewer.importXML(xml))
        .then(() => {
            const drawing = viewer.get('canvas');
            mark(ids('passed'), drawing, 'passed');
            mark(ids('active'), drawing, 'active');
            mark(ids('failed'), drawing, 'failed');
            ids('active').concat(ids('failed')).forEach(token);
            drawing.zoom('fit-viewport', 'auto');
            document.getElementById('diagram-fit')
                .addEventListener('click', () => drawing.zoom('fit-viewport', 'auto'));
            canvas.dataset.drawn = 'true';
        })
        .catch(failure => { canvas.textContent = String(failure.message || failure); });
})();
