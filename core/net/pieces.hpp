#pragma once

#include <boost/asio/buffer.hpp>

#include <array>
#include <cstddef>

namespace net {

/// The bytes of one write, in at most so many pieces; what goes beyond is for the next write. One
/// type for all sequences of buffers.
class Pieces {
public:
    template <typename Buffers>
    explicit Pieces(const Buffers& buffers) {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto at = boost::asio::buffer_sequence_begin(buffers); at != end; ++at) {
            const boost::asio::const_buffer piece = *at;
            if (piece.size() == 0) continue;
            if (count_ == pieces_.size()) break;
            pieces_[count_++] = piece;
        }
    }

    const boost::asio::const_buffer* begin() const { return pieces_.data(); }

    const boost::asio::const_buffer* end() const { return pieces_.data() + count_; }

private:
    // The heads of a handshake come with a piece for each field.
    std::array<boost::asio::const_buffer, 16> pieces_;
    std::size_t count_ = 0;
};

/// Where a read puts its bytes: the first place with room.
template <typename Buffers>
boost::asio::mutable_buffer first_place(const Buffers& buffers) {
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto at = boost::asio::buffer_sequence_begin(buffers); at != end; ++at) {
        const boost::asio::mutable_buffer place = *at;
        if (place.size() > 0) return place;
    }
    return {};
}

} // namespace net
