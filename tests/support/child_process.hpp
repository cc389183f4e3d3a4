#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>

/// Runs `work` in a forked process and waits for it: what it does to its user,
/// limits and locks stays there. Returns what `work` returned; 99 when it threw.
inline int in_child_process(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        int result = 99;
        try {
            result = work();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "in child process: %s\n", error.what());
        }
        _exit(result);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// For use in a child process: file permissions apply, also when tests run as root.
inline void become_ordinary_user() {
    constexpr uid_t nobody = 65534;
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(98);
}

/// For use in a child process: no file can grow beyond this, as on a full disk.
inline void limit_file_size(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN); // a failed write instead of a signal
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}
