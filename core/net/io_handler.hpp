#pragma once

#include <boost/asio/recycling_allocator.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace net {

/// What is called, once at most, when an operation on a stream is done: a callable
/// `void(error, bytes)` or `void(error)`. One type for all of them: the operations of Asio and
/// Beast, which are templates over what waits for them, are compiled once and not for each.
class IoHandler {
public:
    using Error = boost::system::error_code;

    /// Not explicit: who starts an operation hands in a lambda.
    template <typename Handler,
              typename = std::enable_if_t<!std::is_same_v<std::decay_t<Handler>, IoHandler>>>
    IoHandler(Handler&& handler) // NOLINT(google-explicit-constructor)
        : box_(std::make_unique<BoxOf<std::decay_t<Handler>>>(std::forward<Handler>(handler))) {}

    void operator()(const Error& error, std::size_t bytes = 0) {
        Box& box = *box_;
        box.call(std::move(box_), error, bytes);
    }

private:
    /// Its memory is Asio's for operations, used again from one to the next.
    struct Box {
        virtual ~Box() = default;
        virtual void call(std::unique_ptr<Box> self, const Error& error, std::size_t bytes) = 0;

        static void* operator new(std::size_t bytes) { return Memory().allocate(bytes); }

        static void operator delete(void* box, std::size_t bytes) {
            Memory().deallocate(static_cast<std::byte*>(box), bytes);
        }

        using Memory = boost::asio::recycling_allocator<std::byte>;
    };

    template <typename Handler>
    struct BoxOf final : Box {
        explicit BoxOf(Handler from) : handler(std::move(from)) {}

        /// Gives the memory back first: what the handler starts next will want it.
        void call(std::unique_ptr<Box> self, const Error& error, std::size_t bytes) override {
            Handler moved = std::move(handler);
            self.reset();
            if constexpr (std::is_invocable_v<Handler&, const Error&, std::size_t>)
                moved(error, bytes);
            else
                moved(error);
        }

        Handler handler;
    };

    std::unique_ptr<Box> box_;
};

} // namespace net
