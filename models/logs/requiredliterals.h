// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace models {

/// Texts of which every match of a PCRE2 expression contains at least one; empty if that cannot be told. Understands
/// plain expressions only and gives up on the rest, so it never names a text that a match might lack.
/// `anyCase`: case does not matter; the texts are ASCII then. `bytes`: the expression is compiled for bytes, not UTF-8.
QList<QByteArray> requiredLiterals(const QByteArray &pattern, bool anyCase, bool bytes);

/// Whether an ASCII expression finds the same lines when it reads bytes instead of UTF-8 characters, which is up to
/// twice as fast: where it has neither negated classes nor a dot that counts.
bool readsBytes(const QByteArray &pattern);

} // namespace models
