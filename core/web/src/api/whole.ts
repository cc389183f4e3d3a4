// An answer with all of its body: what broke off on the way is no answer, and nothing is known of
// what became of the request.

export interface Whole {
  response: Response;
  text: string;
}

/** Rejects where nobody answered, where the body broke off, and where it is not the JSON that a good
 *  answer is. */
export async function fetchWhole(request: Request | string, init?: RequestInit): Promise<Whole> {
  const response = await fetch(request, init);
  const text = await response.text();
  if (response.ok && text) JSON.parse(text);
  return { response, text };
}
