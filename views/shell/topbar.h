// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/contextentry.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace views {

/// Says whether the cluster answers, and how fast; a click asks for the details.
class HealthPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit HealthPill(QWidget *parent = nullptr);

    void setHealth(Health health, const QString &words);
    Health health() const { return m_health; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Health m_health = Health::Unknown;
};

/// A field that is a button: opens the command palette.
class SearchButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchButton(QWidget *parent = nullptr);

    void setShortcutText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_shortcut;
};

/// The one bar: which cluster, which namespace, is it well, search, light or dark.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setContexts(const QList<ContextEntry> &contexts, const QString &current);
    /// An empty current namespace means all of them.
    void setNamespaces(const QStringList &namespaces, const QString &current);
    void setHealth(Health health, const QString &words);
    /// Without a cluster there is nothing to switch and nothing to be well.
    void setConnected(bool connected);
    void setReadOnly(bool readOnly);
    void setDark(bool dark);
    HealthPill *healthPill() const { return m_health; }

signals:
    void contextChosen(const QString &name);
    void namespaceChosen(const QString &ns);
    void clustersRequested(); ///< the page with all clusters
    void healthRequested();
    void searchRequested();
    void schemeToggled();
    void shieldToggled(); ///< lift the read-only shield

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeSwitch(const QString &accessibleName);

    QToolButton *m_context;
    QToolButton *m_namespace;
    QMenu *m_contextMenu;
    QMenu *m_namespaceMenu;
    QToolButton *m_readOnly;
    HealthPill *m_health;
    SearchButton *m_search;
    QToolButton *m_scheme;
};

} // namespace views
