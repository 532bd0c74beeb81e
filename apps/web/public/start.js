// Pages that a service writes (with words for link previews) do not know the names of the application's files, which change with
// every release: the page of the application does. Its styles and its program are taken from there.
const answer = await fetch('/index.html', { cache: 'no-cache' });
const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
for (const { id } of page.querySelectorAll('head meta[id]')) {
  const mark = document.createElement('meta');
  mark.id = id;
  document.head.append(mark);
}
for (const { href } of page.querySelectorAll('link[rel="stylesheet"]')) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(href).pathname;
  document.head.append(style);
}
for (const { src } of page.querySelectorAll('script[type="module"][src]')) {
  const program = document.createElement('script');
  program.type = 'module';
  program.src = new URL(src).pathname;
  document.head.append(program);
}
