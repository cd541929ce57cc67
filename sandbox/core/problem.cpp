// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/problem.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace sandbox {

std::unexpected<Problem> systemProblem(const QString &text, int error)
{
    return problem(u"%1: %2"_s.arg(text, QString::fromLocal8Bit(std::strerror(error))));
}

std::unexpected<Problem> problem(const QString &text, const QString &remedy)
{
    return std::unexpected(Problem {.text = text, .remedy = remedy});
}

} // namespace sandbox
