/** Stands in for the pane: starts as it does, and breaks where the address asks for it. */
Office.onReady(() => {
  if (location.search === '?break') throw new Error('Pane broken on purpose');
  const style = document.createElement('style');
  document.head.append(style);
  style.sheet.insertRule('.pane { color: green }');
  document.getElementById('root').innerHTML = '<p class="pane" style="margin: 8px">The pane</p>';
});
