// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/overview/jobstrip.h"
#include "views/theme/card.h"

class QVBoxLayout;

namespace views {

class Label;

/// A heading with its count and the jobs under it; says so in one sentence when there are none.
class StripCard : public Card
{
    Q_OBJECT
public:
    StripCard(const QString &title, const QString &sentenceWhenEmpty, QWidget *parent = nullptr);

    /// Strips are reused in their places, so nothing jumps while nothing changes.
    void setJobs(const QList<JobGlance> &jobs);
    int shownCount() const;

signals:
    void jobActivated(const k8s::ObjectRef &job);
    void moreRequested();

private:
    JobStrip *makeStrip();

    static constexpr int maximumStrips = 7;
    QString m_title;
    QVBoxLayout *m_strips;
    QList<JobStrip *> m_pool;
    Label *m_empty;
    Label *m_more;
};

} // namespace views
