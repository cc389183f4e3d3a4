// The server's OpenAPI description, and whether an answer is what it says.

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const schemaPath = "#/components/schemas/";

/**
 * A copy of a schema that knows no members but its own: what a server sends beyond its description
 * is found out. An open copy takes any others, since another part of an `allOf` may describe them.
 */
function exact(schema, open = false) {
  if (schema === null || typeof schema !== "object") return schema;
  const copy = { ...schema };
  if (schema.$ref) {
    const name = schema.$ref.slice(schemaPath.length);
    copy.$ref = `#/$defs/${name}${open ? ".open" : ""}`;
  }
  if (schema.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, member]) => [name, exact(member)]),
    );
  }
  if (schema.items) copy.items = exact(schema.items);
  for (const choice of ["anyOf", "oneOf"]) {
    if (schema[choice]) copy[choice] = schema[choice].map((each) => exact(each, open));
  }
  if (schema.allOf) copy.allOf = schema.allOf.map((each) => exact(each, true));
  const hasMembers = schema.properties || schema.allOf;
  if (hasMembers && !open && schema.additionalProperties === undefined) {
    copy.type = "object";
    copy.unevaluatedProperties = false;
  }
  return copy;
}

function operationsOf(document) {
  const operations = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.push({ ...operation, path, method: method.toUpperCase() });
    }
  }
  return operations;
}

/** All names that a part of the document refers to. */
function references(part) {
  if (part === null || typeof part !== "object") return [];
  const own = typeof part.$ref === "string" ? [part.$ref] : [];
  return own.concat(Object.values(part).flatMap(references));
}

export class Description {
  constructor(document) {
    this.document = document;
    this.operations = operationsOf(document);
    // Strict: a mistyped keyword, or a required member that is not described, is an error.
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    ajv.addKeyword("x-extensible-enum");
    this.codes = document.components.schemas.Problem.properties.code["x-extensible-enum"];
    addFormats(ajv);
    const $defs = {};
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      $defs[name] = exact(schema);
      $defs[`${name}.open`] = exact(schema, true);
    }
    ajv.addSchema({ $id: "api", $defs });
    this.ajv = ajv;
  }

  /** What is wrong with the description itself. */
  async faults() {
    const faults = [];
    const result = await new Validator().validate(structuredClone(this.document));
    if (!result.valid) faults.push(`it is no sound OpenAPI: ${JSON.stringify(result.errors)}`);
    if (!this.document.openapi.startsWith("3.1.")) faults.push(`openapi: ${this.document.openapi}`);
    const ids = new Set();
    for (const { operationId, method, path, parameters = [] } of this.operations) {
      if (!operationId) faults.push(`${method} ${path} has no operationId`);
      else if (ids.has(operationId)) faults.push(`operationId ${operationId} comes twice`);
      ids.add(operationId);
      const inPath = [...path.matchAll(/{(.*?)}/g)].map((match) => match[1]);
      const described = parameters.filter((each) => each.in === "path").map((each) => each.name);
      if (inPath.join() !== described.join()) faults.push(`${path} describes ${described}`);
    }
    const names = Object.keys(this.document.components.schemas);
    const known = new Set(names.map((name) => schemaPath + name));
    for (const reference of new Set(references(this.document))) {
      if (!known.has(reference)) faults.push(`${reference} is referred to and missing`);
    }
    for (const name of names) {
      try {
        this.ajv.getSchema(`api#/$defs/${name}`);
      } catch (error) {
        faults.push(`schema ${name}: ${error.message}`);
      }
      if (Object.keys(this.document.components.schemas[name]).join() === "type")
        faults.push(`schema ${name} says nothing`);
    }
    return faults;
  }

  operation(id) {
    const found = this.operations.find((each) => each.operationId === id);
    if (!found) throw new Error(`the description has no operation ${id}`);
    return found;
  }

  /** What is wrong with a value by its schema: one line each. */
  wrongs(schema, value) {
    if (schema.type === "string") return typeof value === "string" ? [] : ["must be a text"];
    const validate = this.ajv.getSchema(`api#/$defs/${schema.$ref.slice(schemaPath.length)}`);
    if (validate(value)) return [];
    return validate.errors.map(
      (error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`,
    );
  }

  wrongsByName(name, value) {
    return this.wrongs({ $ref: schemaPath + name }, value);
  }

  /** The members that a request must have. */
  requiredMembers(schema) {
    if (schema.$ref) {
      const named = this.document.components.schemas[schema.$ref.slice(schemaPath.length)];
      return this.requiredMembers(named);
    }
    const inherited = (schema.allOf ?? []).flatMap((each) => this.requiredMembers(each));
    return [...new Set([...inherited, ...(schema.required ?? [])])];
  }
}
