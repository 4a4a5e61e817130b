// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/socket_stream.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace chancery::web {
namespace {

using std::chrono::milliseconds;

constexpr int slice = 50;  // milliseconds between two looks at the clock
constexpr milliseconds longest_write{10'000};
// A reader that takes a byte now and then is no reader.
constexpr milliseconds longest_exchange{90'000};

bool is_writable_soon(socket_t socket) {
  pollfd one{socket, POLLOUT, 0};
  return poll(&one, 1, slice) > 0;
}

void name_of(const sockaddr_storage& address, socklen_t size, std::string& ip, int& port) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, host.data(), host.size(),
                  service.data(), service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::stoi(service.data());
}

}  // namespace

ssize_t SocketStream::read(char* to, size_t size) {
  if (at_ == received_.size()) return -1;
  const size_t count = std::min(size, received_.size() - at_);
  std::copy_n(received_.begin() + static_cast<ptrdiff_t>(at_), count, to);
  at_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t SocketStream::write(const char* from, size_t size) {
  const auto since = Clock::now();
  while (!is_writable_soon(socket_)) {
    if (Clock::now() - since > longest_write) return -1;
  }
  if (Clock::now() - begun_ > longest_exchange) return -1;
  return send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void SocketStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0)
    name_of(address, size, ip, port);
}

void SocketStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0)
    name_of(address, size, ip, port);
}

}  // namespace chancery::web
