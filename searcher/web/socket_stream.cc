// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/socket_stream.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

namespace chancery::web {
namespace {

using std::chrono::milliseconds;

constexpr int slice = 50;  // milliseconds between two looks at whether others wait
constexpr milliseconds longest_pause{5000};
constexpr milliseconds longest_request{10'000};
constexpr milliseconds crowded_request{1000};
constexpr milliseconds longest_write{10'000};
constexpr milliseconds longest_exchange{90'000};  // a reader that takes a byte now and then is no reader
constexpr size_t largest_request = 32'768;

bool is_ready(socket_t socket, short what) {
  pollfd one{socket, what, 0};
  return poll(&one, 1, slice) > 0;
}

void name_of(const sockaddr_storage& address, socklen_t size, std::string& ip, int& port) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, host.data(), host.size(), service.data(), service.size(),
                  NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::stoi(service.data());
}

}  // namespace

bool SocketStream::wait_for_request() {
  const auto since = Clock::now();
  while (begin_ == end_) {
    if (is_ready(socket_, POLLIN)) break;
    if (is_crowded_() || Clock::now() - since > longest_pause) return false;
  }
  begun_ = Clock::now();
  request_size_ = 0;
  return true;
}

bool SocketStream::is_readable() const { return begin_ < end_ || is_ready(socket_, POLLIN); }

bool SocketStream::fill() {
  while (!is_ready(socket_, POLLIN)) {
    if (Clock::now() - begun_ > (is_crowded_() ? crowded_request : longest_request)) return false;
  }
  // A byte now and then is no reason to go on.
  if (Clock::now() - begun_ > longest_request || request_size_ > largest_request) return false;
  const ssize_t got = recv(socket_, buffer_.data(), buffer_.size(), 0);
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<size_t>(got);
  request_size_ += end_;
  return true;
}

ssize_t SocketStream::read(char* to, size_t size) {
  if (begin_ == end_ && !fill()) return -1;
  const size_t count = std::min(size, end_ - begin_);
  std::copy_n(buffer_.data() + begin_, count, to);
  begin_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t SocketStream::write(const char* from, size_t size) {
  const auto since = Clock::now();
  while (!is_ready(socket_, POLLOUT)) {
    if (Clock::now() - since > longest_write) return -1;
  }
  if (Clock::now() - begun_ > longest_exchange) return -1;
  return send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void SocketStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0) name_of(address, size, ip, port);
}

void SocketStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0) name_of(address, size, ip, port);
}

}  // namespace chancery::web
