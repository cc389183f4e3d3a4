#pragma once

#include "scanner/decoders.hpp"
#include "scanner/picture.hpp"
#include "scanner/symbol.hpp"

#include <chrono>
#include <vector>

namespace scanner {

/// How far a search goes.
struct SearchOptions {
    /// No stage begins after it. A stage takes up to some 100 ms on the largest pictures.
    std::chrono::milliseconds budget{800};
    /// Every stage runs to the end of the budget, also when all that looks like a code is read.
    bool every_stage = false;
    /// Codes that no paper of ours carries, looked for when asked: Code 39, PDF 417, Data Matrix.
    std::vector<Format> also{};
    /// How the first stage tells ink from paper: the frames of a camera change it in turns.
    Threshold first = Threshold::by_neighbourhood;
};

/// Finds the codes of a page, each once: QR codes and Code 128, in the order found.
///
/// Stages follow one another from cheap to dear: the page as it is; every place that looks like
/// a code, straightened and prepared in several ways; where nothing of ours was found the whole
/// page, prepared in several ways; zbar.
///
/// A Code 128 has but a weak check of its own and is taken only when it is a code of ours or two
/// different readings agree, and never when readings of one place differ.
///
/// Calls decoders that may abort the process: for the worker process only. One thread.
std::vector<Symbol> find_codes(const Picture& picture, const SearchOptions& options);
std::vector<Symbol> find_codes(const PlaneView& plane, const SearchOptions& options);

} // namespace scanner
