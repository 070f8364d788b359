/** The few things of a browser that the Excel file of Office.js asks for while it loads. */
export function browserGlobals(extra: Record<string, unknown>): Record<string, unknown> {
  const location = {
    href: 'https://localhost/taskpane.html',
    origin: 'https://localhost',
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    pathname: '/taskpane.html',
    search: '',
    hash: '',
  };
  const globals: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    performance,
    URL,
    URLSearchParams,
    navigator: { userAgent: 'Node.js', language: 'en-US', platform: 'Node.js' },
    location,
    name: '',
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    document: documentOf(location),
    sessionStorage: storage(),
    localStorage: storage(),
    ...extra,
  };
  for (const name of ['window', 'self', 'top', 'parent']) globals[name] = globals;
  return globals;
}

function nothing(): void {}

function element() {
  return {
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getAttribute: () => null,
  };
}

function documentOf(location: { readonly href: string }) {
  return {
    URL: location.href,
    location,
    readyState: 'loading',
    cookie: '',
    head: element(),
    body: element(),
    documentElement: element(),
    addEventListener: nothing,
    createElement: element,
    getElementsByTagName: () => [],
    getElementById: () => null,
  };
}

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}
