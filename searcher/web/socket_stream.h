// SPDX-License-Identifier: GPL-2.0-or-later
/// A connection whose answers must be taken in time; the head of its request is here already.
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>

namespace chancery::web {

class SocketStream : public httplib::Stream {
 public:
  /// `received`: what came from the socket so far, to be read first.
  SocketStream(socket_t socket, std::string received) : socket_(socket), received_(std::move(received)) {}

  /// What was received and not read: the next request, or its beginning.
  std::string rest() const { return received_.substr(at_); }

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
  std::string received_;
  size_t at_ = 0;
  Clock::time_point begun_ = Clock::now();
};

}  // namespace chancery::web
