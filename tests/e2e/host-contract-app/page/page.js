localStorage.loads = Number(localStorage.loads ?? 0) + 1;
document.querySelector('#loads').textContent = localStorage.loads;
document.documentElement.dataset.ready = 'yes';
