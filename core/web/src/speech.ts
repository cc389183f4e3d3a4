// What a call is made of, as the core says it (core/domain/call_text).

export * from "../generated/speech";
