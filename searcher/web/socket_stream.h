// SPDX-License-Identifier: GPL-2.0-or-later
/// A connection whose request has come already, and whose answer must be taken in time.
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>

namespace chancery::web {

class SocketStream : public httplib::Stream {
 public:
  /// `received`: what came from the socket so far. Nothing else is read: the lobby waits until a
  /// head is there as a whole, and of a request no more is looked at.
  SocketStream(socket_t socket, std::string received)
      : socket_(socket), received_(std::move(received)) {}

  /// What was received and not read: the next request, or its beginning.
  std::string rest() const { return received_.substr(at_); }

  bool is_readable() const override { return at_ < received_.size(); }
  bool is_writable() const override { return true; }

  /// -1 behind the end of what was received.
  ssize_t read(char* to, size_t size) override;

  /// -1 where the answer is not taken in time.
  ssize_t write(const char* from, size_t size) override;
  using httplib::Stream::write;

  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  socket_t socket_;
  std::string received_;
  size_t at_ = 0;
  Clock::time_point begun_ = Clock::now();
};

}  // namespace chancery::web
