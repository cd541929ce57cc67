// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/exec/portchannels.h"

#include <algorithm>

namespace k8s {

namespace {

constexpr qsizetype mostReasons = 4 * 1024;

} // namespace

bool PortChannels::take(std::string_view piece, bool begins)
{
    if (begins && !piece.empty()) {
        m_channel = static_cast<unsigned char>(piece.front());
        piece.remove_prefix(1);
    }
    if (m_channel > Errors)
        return true;
    auto &numberLeft = m_numberLeft.at(m_channel);
    const auto number = std::min(numberLeft, qsizetype(piece.size()));
    numberLeft -= number;
    piece.remove_prefix(size_t(number));
    if (m_channel == Errors) {
        m_errors.append(piece.data(), std::min(qsizetype(piece.size()), mostReasons - m_errors.size()));
        return true;
    }
    if (m_data.size() + qint64(piece.size()) > m_mostBytes)
        return false;
    m_data.append(piece.data(), qsizetype(piece.size()));
    return true;
}

} // namespace k8s
