#pragma once

namespace server {

/// The demonstration office's files (core/demo), carried within the program.
extern const char* const practice_office_toml;
extern const char* const practice_calendar_csv;
extern const char* const practice_procedures_csv;

} // namespace server
