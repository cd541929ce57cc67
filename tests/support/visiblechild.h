// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tests {

/// What a user finds by its text: a button, a label, a chip. Null if it is not to be seen.
template <class Child>
Child *visibleChild(const QWidget &parent, const QString &text)
{
    for (auto *child : parent.findChildren<Child *>()) {
        if (child->isVisible() && child->text() == text)
            return child;
    }
    return nullptr;
}

} // namespace tests
