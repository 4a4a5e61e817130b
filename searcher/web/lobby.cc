// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/lobby.h"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace chancery::web {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_silence{5000};
constexpr milliseconds longest_request{10'000};
constexpr int tick = 100;  // milliseconds between two looks at who is late
constexpr size_t largest_request = 32'768;

// Files may be open besides: the indexes', and the connections that are answered.
size_t room_for_guests() {
  constexpr rlim_t others = 400;
  constexpr rlim_t most = 8192;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return others;
  files.rlim_cur = std::min(files.rlim_max, most + others);
  setrlimit(RLIMIT_NOFILE, &files);
  return files.rlim_cur > 2 * others ? files.rlim_cur - others : others;
}

}  // namespace

Lobby::Lobby(Ready ready)
    : ready_(std::move(ready)),
      events_(epoll_create1(EPOLL_CLOEXEC)),
      most_guests_(room_for_guests()) {
  if (events_ < 0) throw Error("the system gives no more files");
  thread_ = std::thread([this] { watch(); });
}

Lobby::~Lobby() {
  close();
  ::close(events_);
}

void Lobby::enter(int socket, std::string received) {
  const bool has_begun = !received.empty();
  {
    const std::lock_guard lock(mutex_);
    if (closed_) {
      ::close(socket);
      return;
    }
    if (guests_.size() >= most_guests_) {
      forget(std::min_element(guests_.begin(), guests_.end(), [](const auto& a, const auto& b) {
               return a.second.since < b.second.since;
             })->first);
    }
    guests_[socket] = {std::move(received), Clock::now()};
  }
  // What lies in the socket makes an event at once; what was taken from it does not, but that it
  // can be written to.
  epoll_event event{EPOLLIN | EPOLLRDHUP | EPOLLET | (has_begun ? EPOLLOUT : 0U), {.fd = socket}};
  if (epoll_ctl(events_, EPOLL_CTL_ADD, socket, &event) == 0) return;
  const std::lock_guard lock(mutex_);
  forget(socket);
}

void Lobby::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  if (thread_.joinable()) thread_.join();
  const std::lock_guard lock(mutex_);
  while (!guests_.empty()) forget(guests_.begin()->first);
}

void Lobby::forget(int socket) {
  if (guests_.erase(socket) > 0) ::close(socket);
}

void Lobby::watch() {
  std::array<epoll_event, 64> events{};
  auto looked = Clock::now();
  for (;;) {
    const int count = epoll_wait(events_, events.data(), static_cast<int>(events.size()), tick);
    for (int i = 0; i < count; ++i) look_at(events.at(static_cast<size_t>(i)).data.fd);
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    if (const auto now = Clock::now(); now - looked > milliseconds(tick)) {
      send_away_late(now);
      looked = now;
    }
  }
}

// All that has come so far, so that the next event is of what comes after.
Lobby::State Lobby::receive(int socket, Guest& guest) {
  constexpr std::string_view end_of_head = "\r\n\r\n";
  std::array<char, 4096> buffer{};
  for (;;) {
    std::string& received = guest.received;
    if (received.find(end_of_head, guest.looked) != std::string::npos ||
        received.size() > largest_request)
      return State::ready;
    // All but an end that has begun: bytes that come one by one are not searched again each time.
    guest.looked = received.size() - std::min(received.size(), end_of_head.size() - 1);
    const ssize_t got = recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return State::waiting;
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return State::gone;
    received.append(buffer.data(), static_cast<size_t>(got));
  }
}

void Lobby::look_at(int socket) {
  std::string received;
  {
    const std::lock_guard lock(mutex_);
    const auto guest = guests_.find(socket);
    if (guest == guests_.end()) return;
    const bool began = !guest->second.received.empty();
    const State state = receive(socket, guest->second);
    if (state == State::waiting) {
      if (!began) guest->second.since = Clock::now();
      return;
    }
    if (state == State::gone) {
      forget(socket);
      return;
    }
    received = std::move(guest->second.received);
    guests_.erase(guest);
  }
  epoll_ctl(events_, EPOLL_CTL_DEL, socket, nullptr);
  ready_(socket, std::move(received));
}

void Lobby::send_away_late(Clock::time_point now) {
  std::vector<int> late;
  for (const auto& [socket, guest] : guests_) {
    if (now - guest.since > (guest.received.empty() ? longest_silence : longest_request))
      late.push_back(socket);
  }
  for (const int socket : late) forget(socket);
}

}  // namespace chancery::web
