#pragma once

#include "core/domain/word_letters.hpp"

namespace core {

/// Whether a letter was lost to a sign that stands in its place, `Nguy?n Th? Hoa`, `Nguy_n`. A
/// question mark behind a word that is whole, or alone at the end, is a question. A replacement
/// character always is a lost letter.
bool has_lost_letters(const Letters& text);

/// Whether a text in which question marks may stand has lost letters all the same: from within a
/// word of Vietnamese, `Thi?u`, two from its beginning, `??ng`, or one from several words, `Ch? ký,
/// ?ủ`.
bool has_surely_lost_letters(const Letters& text);

} // namespace core
