// SPDX-License-Identifier: GPL-2.0-or-later
/// A connection whose requests must come, and whose answers must be taken, in time.
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>

namespace chancery::web {

class SocketStream : public httplib::Stream {
 public:
  /// `is_crowded`: whether others wait, so that there is less time.
  SocketStream(socket_t socket, std::function<bool()> is_crowded) : socket_(socket), is_crowded_(std::move(is_crowded)) {}

  /// Whether the next request has begun; false where none comes in a while, or at once where others wait.
  bool wait_for_request();

  bool is_readable() const override;
  bool is_writable() const override { return true; }

  /// -1 where the request is late as a whole, or longer than a request may be.
  ssize_t read(char* to, size_t size) override;

  /// -1 where the answer is not taken in time.
  ssize_t write(const char* from, size_t size) override;
  using httplib::Stream::write;

  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  bool fill();

  socket_t socket_;
  std::function<bool()> is_crowded_;
  Clock::time_point begun_ = Clock::now();
  std::array<char, 4096> buffer_{};
  size_t begin_ = 0;
  size_t end_ = 0;
  size_t request_size_ = 0;
};

}  // namespace chancery::web
