/**
 * Starts before everything else and sees to it that the pane is never blank: where it can't start,
 * one of the page's notices takes its place. Served as it stands, so it is plain ES5, which the
 * webviews of old Excel versions read too.
 */
(function () {
  'use strict';

  /** How long the pane may take to start. */
  var PATIENCE = 10000;
  /** The set that the whole job needs. */
  var LEAST_EXCEL_API = '1.7';

  var ready = false;
  var shown = null;
  /** A notice that no later start takes away again. */
  var settled = false;
  var officeFailed = false;
  var failedFile = null;
  var firstError = null;

  function byId(id) {
    return document.getElementById(id);
  }

  function show(id) {
    if (shown === id || !byId(id)) return;
    if (shown !== null) byId(shown).setAttribute('hidden', '');
    byId('root').setAttribute('hidden', '');
    byId(id).removeAttribute('hidden');
    shown = id;
  }

  function showPane() {
    if (shown === null || settled) return;
    byId(shown).setAttribute('hidden', '');
    byId('root').removeAttribute('hidden');
    shown = null;
  }

  function settle(id) {
    show(id);
    settled = true;
  }

  /** By what only webviews have that also read the scripts of the pane. */
  function isModern() {
    return (
      typeof Promise === 'function' &&
      typeof Symbol === 'function' &&
      !!Symbol.asyncIterator &&
      typeof BigInt === 'function' &&
      typeof AbortController === 'function' &&
      typeof Object.hasOwn === 'function' &&
      typeof Array.prototype.at === 'function'
    );
  }

  function hasStarted() {
    return ready && byId('root') !== null && byId('hg-opening') === null;
  }

  function officeIsThere() {
    return typeof Office !== 'undefined' && typeof Office.onReady === 'function';
  }

  /** Office.js has answered: whether this is an Excel that can do the job. */
  function onReady(info) {
    ready = true;
    if (!info || info.host !== 'Excel') {
      settle('hg-outside');
      return;
    }
    var requirements = Office.context && Office.context.requirements;
    if (requirements && !requirements.isSetSupported('ExcelApi', LEAST_EXCEL_API)) settle('hg-old');
    else check(false);
  }

  /** Says what is wrong; what may just be slow is said only when time is up. */
  function check(timeIsUp) {
    if (settled) return;
    if (hasStarted()) {
      showPane();
    } else if (officeFailed) {
      show('hg-no-office');
    } else if (failedFile !== null) {
      byId('hg-file').textContent = failedFile;
      show('hg-no-files');
    } else if (timeIsUp && !officeIsThere()) {
      show('hg-no-office');
    } else if (timeIsUp && !ready) {
      show('hg-no-answer');
    } else if (timeIsUp) {
      if (firstError !== null) byId('hg-error').textContent = firstError;
      show('hg-broken');
    }
  }

  /** Scripts that couldn't be loaded, and errors before the pane has started. */
  function onError(event) {
    var target = event.target;
    if (target && target.tagName === 'SCRIPT') {
      if (/\/office(\.debug)?\.js(\?|$)/.test(target.src)) officeFailed = true;
      // Once Office.js is there, the scripts that it fetches itself are its own affair.
      else if (target.src.indexOf(ownFolder()) === 0) failedFile = lastPart(target.src);
      if (document.body && byId('hg-no-office')) check(false);
    } else if (event.message && !hasStarted()) {
      if (firstError === null) firstError = event.message;
    }
  }

  function onRejection(event) {
    if (firstError === null && !hasStarted()) {
      firstError = String((event.reason && event.reason.message) || event.reason);
    }
  }

  function ownFolder() {
    return location.href.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  }

  function lastPart(url) {
    return url.replace(/[?#].*$/, '').replace(/^.*\//, '');
  }

  function onParsed() {
    var buttons = document.querySelectorAll('.hg-again');
    for (var i = 0; i < buttons.length; i += 1) {
      buttons[i].addEventListener('click', function () {
        location.reload();
      });
    }
    if (!isModern()) settle('hg-old');
    if (officeIsThere()) Office.onReady(onReady);
    check(false);
  }

  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', onRejection);
  document.addEventListener('DOMContentLoaded', onParsed);
  // An old webview needs no Office.js to be told so, and Office.js may keep the page waiting.
  setTimeout(function () {
    if (!isModern() && byId('hg-old')) settle('hg-old');
  }, 1000);
  setTimeout(function () {
    check(true);
    // What comes late is welcome all the same.
    setInterval(function () {
      check(true);
    }, 1000);
  }, PATIENCE);
})();
