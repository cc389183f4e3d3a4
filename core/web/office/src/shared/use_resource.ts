import { useEffect, useState } from "preact/hooks";

import { type Resource, resource } from "./resource";

/** For as long as the part of the page is shown. */
export function useResource<T>(): Resource<T> {
  const [made] = useState(() => resource<T>());
  useEffect(() => made.end, []);
  return made;
}
