// Calls operations by their name in the description, and holds each answer to it.

/** `application/octet-stream` stands for a file of whatever type. */
const anyBytes = "application/octet-stream";

const typeOf = (response) => (response.headers.get("content-type") ?? "").split(";")[0];

export class Client {
  constructor(url, description) {
    this.url = url;
    this.description = description;
    this.succeeded = new Set();
    this.probed = new Set();
    this.faults = [];
  }

  fault(text) {
    this.faults.push(text);
  }

  address(operation, { path = {}, query = {} }) {
    const filled = operation.path.replace(/{(.*?)}/g, (_, name) => {
      if (path[name] === undefined) throw new Error(`${operation.operationId}: path.${name}?`);
      return encodeURIComponent(path[name]);
    });
    const described = new Set((operation.parameters ?? []).map((each) => each.name));
    for (const name of Object.keys(query)) {
      if (!described.has(name)) this.fault(`${operation.operationId}: ?${name} is not described`);
    }
    const asked = new URLSearchParams(query).toString();
    return this.url + filled + (asked ? `?${asked}` : "");
  }

  async send(operation, { token, body, bytes, type, headers = {}, ...where }) {
    const all = { ...headers };
    if (token) all.authorization = `Bearer ${token}`;
    if (body !== undefined) all["content-type"] = "application/json";
    if (type) all["content-type"] = type;
    const response = await fetch(this.address(operation, where), {
      method: operation.method,
      headers: all,
      body: bytes ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    return this.read(operation, response);
  }

  async read(operation, response) {
    const { status } = response;
    const type = typeOf(response);
    const isJson = type.endsWith("json");
    const raw = Buffer.from(await response.arrayBuffer());
    const answer = { status, type, raw, headers: response.headers };
    try {
      if (isJson) answer.json = JSON.parse(raw.toString("utf8"));
    } catch (error) {
      this.fault(`${operation.operationId}: ${status} is no JSON: ${error.message}`);
    }
    this.compare(operation, answer);
    return answer;
  }

  /** Status, type and content of an answer against what is described. */
  compare(operation, { status, type, json, raw }) {
    const what = `${operation.operationId}: ${status}`;
    const described = operation.responses[status] ?? operation.responses.default;
    if (!operation.responses[status] && status < 400) this.fault(`${what} is not described`);
    if (!described) return;
    const content = described.content[type] ?? (status < 400 && described.content[anyBytes]);
    if (!content) return this.fault(`${what}: ${type} is not described`);
    const value = json ?? raw.toString("latin1");
    for (const wrong of this.description.wrongs(content.schema, value)) {
      this.fault(`${what}: ${wrong}`);
    }
  }

  /** A request that is as described must succeed. Returns the JSON, or the whole answer. */
  async call(id, request = {}) {
    const operation = this.description.operation(id);
    await this.probe(operation, request);
    const answer = await this.send(operation, request);
    if (answer.status >= 300) {
      const text = answer.raw.toString("utf8").slice(0, 400);
      throw new Error(`${id} was refused: ${answer.status} ${text}`);
    }
    this.succeeded.add(id);
    return answer.json ?? answer;
  }

  /** A request that must be refused with this status. Returns the problem. */
  async refused(id, status, request = {}) {
    const answer = await this.send(this.description.operation(id), request);
    if (answer.status !== status) this.fault(`${id}: ${answer.status} in place of ${status}`);
    if (answer.json?.status !== answer.status) this.fault(`${id}: the problem has no status`);
    const code = answer.json?.code ?? "";
    const listed = this.description.codes;
    if (!listed.includes(code)) this.fault(`${id}: the problem's code "${code}" is not described`);
    return answer.json;
  }

  /** The body is as described, and without a required member it is refused by that name. */
  async probe(operation, request) {
    const schema = operation.requestBody?.content["application/json"]?.schema;
    if (!schema) return;
    const { operationId } = operation;
    const body = request.body ?? {};
    for (const wrong of this.description.wrongs(schema, body)) {
      this.fault(`${operationId}: what it takes is not described: ${wrong}`);
    }
    if (this.probed.has(operationId)) return;
    this.probed.add(operationId);
    for (const name of this.description.requiredMembers(schema)) {
      const less = { ...body };
      delete less[name];
      const problem = await this.refused(operationId, 422, { ...request, body: less });
      const named = problem?.errors?.some((each) => each.field === name);
      if (!named) this.fault(`${operationId}: without ${name} the problem does not name it`);
    }
  }
}
