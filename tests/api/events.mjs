// What the WebSocket tells.

import WebSocket from "ws";

const longestWait = 10_000;

/**
 * The messages until `done` says that it has heard enough of them; throws when that takes too
 * long.
 */
export function hear(url, token, query, done) {
  const address = `${url.replace(/^http/, "ws")}/api/v1/events?${new URLSearchParams(query)}`;
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } });
  return new Promise((resolve, reject) => {
    const messages = [];
    const end = (how, value) => {
      clearTimeout(tooLate);
      socket.terminate();
      how(value);
    };
    const tooLate = setTimeout(() => {
      end(reject, new Error(`not told in time; so far: ${messages.map((each) => each.type)}`));
    }, longestWait);
    socket.on("error", (error) => end(reject, error));
    socket.on("close", () => end(reject, new Error("the server closed the WebSocket")));
    socket.on("message", (data) => {
      messages.push(JSON.parse(data.toString("utf8")));
      if (done(messages)) end(resolve, messages);
    });
  });
}
