// SPDX-License-Identifier: GPL-3.0-or-later
// Without QtTest: its headers read whether a test links Gui or Network, so one precompiled form cannot serve all.
#pragma once
#include "cmake/pch_core.h"
