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

    // On a phone the whole procedure would be too small to read.
    function closeUp(drawing) {
        const here = ids('failed').concat(ids('active'))
            .map(id => viewer.get('elementRegistry').get(id)).find(shape => shape && shape.width);
        if (here) {
            const { width, height } = drawing.viewbox().outer;
            drawing.viewbox({ x: here.x + here.width / 2 - width / 2, y: here.y + here.height / 2 - height / 2, width, height });
        }
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
            if (canvas.clientWidth < 700) {
                closeUp(drawing);
            }
            document.getElementById('diagram-fit')
                .addEventListener('click', () => drawing.zoom('fit-viewport', 'auto'));
            canvas.dataset.drawn = 'true';
        })
        .catch(failure => { canvas.textContent = String(failure.message || failure); });
})();
