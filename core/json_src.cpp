// Boost.JSON, compiled once: Debian has its headers only.
#include <boost/json/src.hpp>
