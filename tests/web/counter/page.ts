// What the shared modules expect of a page; imported before them.

Object.assign(globalThis, { document: globalThis.document ?? { documentElement: {} } });
