#include "core/reports/xlsx_document.hpp"

#include "core/domain/failure.hpp"
#include "core/domain/letters.hpp"
#include "core/reports/report_files.hpp"
#include "core/reports/xlsx_sheet.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace reports {

namespace {

/// A file in memory that has a name only for this process: the library writes to names alone.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("motcua-workbook", MFD_CLOEXEC)) {
        if (descriptor_ < 0) broken();
    }

    ~MemoryFile() { ::close(descriptor_); }

    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

    std::string content() const {
        struct stat facts {};

        if (::fstat(descriptor_, &facts) != 0) broken();
        std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t read = ::pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                         static_cast<off_t>(done));
            if (read <= 0) broken();
            done += static_cast<std::size_t>(read);
        }
        return bytes;
    }

private:
    [[noreturn]] static void broken() {
        throw std::system_error(errno, std::generic_category(), "cannot make the workbook");
    }

    int descriptor_;
};

void set_properties(lxw_workbook* workbook, const ReportDocument& document) {
    std::string title = core::with_unfit_marked(document.title.vietnamese);
    std::string office = core::with_unfit_marked(document.office);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = office.data();
    properties.created = core::to_instant(document.last).time_since_epoch().count();
    workbook_set_properties(workbook, &properties);
}

} // namespace

std::string write_xlsx(const ReportDocument& document) {
    const MemoryFile file;
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> workbook(
        workbook_new(file.name().c_str()), lxw_workbook_free);
    if (!workbook) throw core::Failure("workbook-no-memory");
    set_properties(workbook.get(), document);
    const XlsxFormats formats(workbook.get());
    for (const Table& table : document.tables) add_sheet(workbook.get(), formats, document, table);
    const lxw_error error = workbook_close(workbook.release()); // frees it, whatever happens
    if (error != LXW_NO_ERROR) {
        throw core::Failure({"workbook-failed", {{"reason", std::string(lxw_strerror(error))}}});
    }
    return file.content();
}

std::string to_xlsx(const core::PeriodReport& report) { return write_xlsx(document_of(report)); }

std::string to_xlsx(const core::Form06a& form) { return write_xlsx(document_of(form)); }

std::string to_xlsx(const core::FormCchc& form) { return write_xlsx(document_of(form)); }

} // namespace reports
