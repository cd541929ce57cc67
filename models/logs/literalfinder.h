// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/simd.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <string_view>

namespace models {

/// Finds byte strings in a text: one, or one of a few. Goes by three neighbouring bytes of each that are rare in logs
/// (the method of Hyperscan's Teddy: bit masks by nibbles, 32 places at a time), then compares. Immutable, any thread.
class LiteralFinder
{
public:
    static constexpr qsizetype mostLiterals = 32;

    LiteralFinder() = default;
    /// None of them empty, at most `mostLiterals`. `anyCase` is for ASCII letters only.
    LiteralFinder(const QList<QByteArray> &literals, bool anyCase);

    bool isEmpty() const { return m_literals.isEmpty(); }
    /// Where a literal begins in text[from, ...), npos if none does. Of one literal it is the first place; of several
    /// it is a place in the first line that has any.
    size_t find(std::string_view text, size_t from, size_t &length, Registers registers = Registers::Best) const;

private:
    static constexpr size_t npos = std::string_view::npos;
    struct Literal
    {
        QByteArray text; // in lower case where any case will do
        size_t window = 0; // where its rare bytes lie
        quint8 bucket = 0; // a bit
    };
    void chooseWindow(Literal &literal) const;
    bool matches(const Literal &literal, std::string_view text, size_t start) const;
    size_t verify(std::string_view text, size_t place, size_t from, quint8 buckets, size_t &length) const;
    size_t findPlain(std::string_view text, size_t place, size_t from, size_t &length) const;
    size_t findWide(std::string_view text, size_t from, size_t &length) const;
    size_t findOneWide(std::string_view text, size_t from, size_t &length) const;

    QList<Literal> m_literals;
    bool m_anyCase = false;
    size_t m_width = 0; // bytes of the windows: 1 to 3
    std::array<std::array<quint8, 256>, 3> m_tables {}; // buckets by byte, for every byte of the window
    std::array<std::array<quint8, 16>, 3> m_low {}, m_high {}; // the same by nibble, which lets a little more through
};

} // namespace models
