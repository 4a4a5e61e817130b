// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/shard_address.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/error.h"
#include "tests/unit/temporary_folder.h"

namespace chancery {
namespace {

std::string names(const std::string& db) {
  std::string joined;
  for (const ShardAddress& address : shard_addresses(db))
    joined += (joined.empty() ? "" : " ") + address.name();
  return joined;
}

class ShardAddresses : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name) << text;
    return folder_ + "/" + name;
  }
  const TemporaryFolder temporary_;
  const std::string& folder_ = temporary_.path();
};

TEST_F(ShardAddresses, AreFoldersAndServers) {
  EXPECT_EQ(names("news.db"), "news.db");
  EXPECT_EQ(names("localhost:7001"), "localhost:7001");
  EXPECT_EQ(names("[::1]:7001"), "[::1]:7001");
  EXPECT_FALSE(shard_addresses("dir/with:7001").front().is_remote());
  EXPECT_FALSE(shard_addresses("host:0").front().is_remote());
  EXPECT_FALSE(shard_addresses("host:65536").front().is_remote());
  EXPECT_FALSE(shard_addresses("host:70a").front().is_remote());
  EXPECT_FALSE(shard_addresses(":7001").front().is_remote());
}

TEST_F(ShardAddresses, OfAFolderThatIsCalledLikeAServerIsTheFolder) {
  std::filesystem::create_directory(folder_ + "/a:7001");
  EXPECT_EQ(names(folder_ + "/a:7001"), folder_ + "/a:7001");
}

TEST_F(ShardAddresses, AreThoseOfAStubFileBesideIt) {
  write("XAPIANDB",
        "# by id\nauto shard-0\n\nremote archive.example:7001\nauto /elsewhere/shard-2\n");
  const std::string wanted = folder_ + "/shard-0 archive.example:7001 /elsewhere/shard-2";
  EXPECT_EQ(names(folder_), wanted);
  EXPECT_EQ(names(folder_ + "/XAPIANDB"), wanted);
}

TEST_F(ShardAddresses, AreThoseOfTheOldFolderWhereASwapWasKilled) {
  std::filesystem::create_directory(folder_ + "/news.replaced");
  write("news.replaced/XAPIANDB", "auto shard-0\nauto shard-1\n");
  const std::string old = folder_ + "/news.replaced";
  EXPECT_EQ(names(folder_ + "/news"), old + "/shard-0 " + old + "/shard-1");
  EXPECT_EQ(names(folder_ + "/news/"), old + "/shard-0 " + old + "/shard-1");
  EXPECT_EQ(names(write("all", "auto news\n")), old + "/shard-0 " + old + "/shard-1");
}

TEST_F(ShardAddresses, SayTheLineThatIsNotUnderstood) {
  for (const char* line : {"remote :prog args", "inmemory", "remote host", "nonsense"}) {
    const std::string stub = write("stub", std::string("auto a\n") + line + "\n");
    try {
      shard_addresses(stub);
      FAIL() << line;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("line 2"), std::string::npos) << error.what();
    }
  }
}

TEST_F(ShardAddresses, OfAStubThatNamesItselfAreAnError) {
  EXPECT_THROW(shard_addresses(write("stub", "auto stub\n")), Error);
  EXPECT_THROW(shard_addresses(write("empty", "# nothing\n")), Error);
}

}  // namespace
}  // namespace chancery
