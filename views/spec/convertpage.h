// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/conversion.h"

#include <QWidget>

#include <memory>

namespace views {

/// A text beside what it is as another kind, and below what became of each field. Converting runs on the pool; answers
/// for an older text are dropped.
class ConvertPage : public QWidget
{
    Q_OBJECT
public:
    explicit ConvertPage(QWidget *parent = nullptr);
    ~ConvertPage() override;

    void showConversion(const QString &source, const models::ConversionOffer &offer);
    /// Something is shown or refused, and nothing is on its way.
    bool isDone() const;

signals:
    void resultAccepted(const QString &text);
    void backRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
