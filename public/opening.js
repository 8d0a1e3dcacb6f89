// Runs where the page's own script, a module, cannot: from a disk, in a frame of no origin, or when a part of it is missing.
'use strict';
(() => {
  const { classList } = document.documentElement;
  if (location.hash.length > 1) classList.add('linked');
  try {
    // a first visit opens the first lesson
    const last = location.hash.length > 1 ? '' : localStorage.getItem('trust-region-last');
    if (last === null) classList.add('first');
    else if (last !== '') classList.add('linked');
  } catch {
    // a browser that keeps nothing opens what is prepared
  }
  const fail = (sentence) => {
    const root = document.getElementById('root');
    if (root === null) return document.addEventListener('DOMContentLoaded', () => fail(sentence), { once: true });
    // the page's own script has taken over
    if (root.dataset.status !== 'loading') return;
    root.dataset.status = 'failed';
    const note = root.querySelector('.opening');
    note.setAttribute('role', 'alert');
    note.classList.add('told');
    note.textContent = sentence;
  };
  const missing = () => {
    if (location.protocol === 'file:') {
      return 'This page was opened from a disk, where browsers load no modules: serve its folder, as npm start does, and open the address.';
    }
    if (self.origin === 'null') {
      return 'This page stands in a frame without an origin, and its host does not let such a frame load modules: the frame needs sandbox="allow-scripts allow-same-origin", or the host the header Access-Control-Allow-Origin.';
    }
    return 'A script of this page could not be loaded: the network is gone, or the host has a newer version of the page. Reload it to try again.';
  };
  const spanish = {
    'This page was opened from a disk, where browsers load no modules: serve its folder, as npm start does, and open the address.':
      'Esta página se abrió desde un disco, donde los navegadores no cargan módulos: sirve su carpeta, como hace npm start, y abre la dirección.',
    'This page stands in a frame without an origin, and its host does not let such a frame load modules: the frame needs sandbox="allow-scripts allow-same-origin", or the host the header Access-Control-Allow-Origin.':
      'Esta página está en un marco sin origen, y su servidor no deja que un marco así cargue módulos: el marco necesita sandbox="allow-scripts allow-same-origin", o el servidor la cabecera Access-Control-Allow-Origin.',
    'A script of this page could not be loaded: the network is gone, or the host has a newer version of the page. Reload it to try again.':
      'No se pudo cargar un script de esta página: no hay red, o el servidor tiene una versión más nueva de la página. Recárgala para intentarlo de nuevo.',
    'The page stopped while it was opening: ': 'La página se detuvo mientras se abría: ',
  };
  const wished = () => {
    const named = /[#&]lang=([a-z]+)/.exec(location.hash)?.[1];
    try {
      return named ?? localStorage.getItem('trust-region-language') ?? navigator.language;
    } catch {
      return named ?? navigator.language;
    }
  };
  const say = (sentence) => (wished().startsWith('es') ? spanish[sentence] : sentence);
  addEventListener(
    'error',
    ({ target, message }) => {
      if (message !== undefined) fail(say('The page stopped while it was opening: ') + message);
      else if (target.tagName === 'SCRIPT') fail(say(missing()));
    },
    true,
  );
})();
