// Runs before the first paint, so that neither the theme nor the language flickers.
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden; the address and the browser still say which language is read.
      return null;
    }
  }
  var theme = stored('carrotlab-theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  var asked = new URLSearchParams(location.search).get('lang');
  var language = asked || stored('carrotlab-language') || navigator.language || 'ko';
  root.lang = language.slice(0, 2) === 'ko' ? 'ko' : 'en';
  // The texts of this language come with the scripts of the page (`.tools/preload-texts.ts` names their files).
  var script = document.currentScript;
  (script.dataset[root.lang] || '').split(' ').forEach(function (file) {
    if (file === '') return;
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(file, script.src).href;
    document.head.append(link);
  });
})();
