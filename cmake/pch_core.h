// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtCore/QtCore>
#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>
